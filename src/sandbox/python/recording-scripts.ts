import recorder from "../../../public/asyncio_trace.py?raw";
import type { PythonRecording } from "../protocol.ts";
import recordRun from "./record_run.py?raw";

/** What records a program in Python: fetched when one is to be recorded first. Readers download the first script as it is. */
export const recordingScripts: PythonRecording = { asyncio_trace: recorder, record_run: recordRun };
