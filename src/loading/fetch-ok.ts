/** Fetches a file of the site. Throws when it is not there: the error names the address, and what was expected. */
export async function fetchOk(address: string | URL, expected: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}; expected ${expected}.`);
  }
  return response;
}
