/** Where the filters stand above the results, they begin folded. */
export function foldFilters(): void {
  const filters = document.querySelector<HTMLDetailsElement>("details.facets");
  if (filters && matchMedia("(max-width: 60rem)").matches) filters.open = false;
}
