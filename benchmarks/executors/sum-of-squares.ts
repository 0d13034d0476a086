/** The work of the article: long, and nothing but arithmetic. */
export default function sumOfSquares(limit: number): number {
  let sum = 0;
  for (let n = 0; n < limit; n++) {
    sum += n * n;
  }
  return sum;
}
