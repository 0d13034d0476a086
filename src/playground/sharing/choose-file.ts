/** Has the reader choose a file of JSON by whatever means the browser has for that. */
export function chooseFile(whenChosen: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json";
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file !== undefined) {
      whenChosen(file);
    }
  };
  input.click();
}
