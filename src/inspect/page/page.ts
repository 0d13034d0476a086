import { InspectPage } from "./inspect-page.ts";

document.documentElement.lang = navigator.language;
new InspectPage(document.body);
