import recorder from "../../../public/asyncio_trace.py?raw";
import type { RecordingScripts } from "../protocol.ts";
import gate from "./gate.py?raw";
import recordRun from "./record_run.py?raw";

/** What records a program in Python: fetched when one is to be recorded first. Readers download the first script as it is. */
export const recordingScripts: RecordingScripts = { asyncio_trace: recorder, gate, record_run: recordRun };
