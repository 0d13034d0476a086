import type { APIRoute } from "astro";
import { readDeclarations } from "./declarations.ts";

export const GET: APIRoute = () => Response.json(readDeclarations());
