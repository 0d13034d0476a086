/** Tells observers of an event. Whoever does says what kind of event it is, as in `report?.<TaskEvent>(...)`. */
export type Report = <E extends { readonly kind: string } = never>(event: NoInfer<E>) => void;
