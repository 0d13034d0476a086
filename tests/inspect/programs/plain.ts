/** No event loop of the library. */
console.log("nothing to see");
