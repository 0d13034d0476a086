/** Of an Open Graph image, in pixels. */
export const cardSize = { width: 1200, height: 630 };
