type Shade = "light" | "dark";

/** Switches between light and dark without loading the page anew; the server remembers it by cookie. */
export function switchShade(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-shade-switch]");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    const next: Shade = shown() === "dark" ? "light" : "dark";
    document.documentElement.dataset.shade = next;
    document.querySelector<HTMLMetaElement>("meta[name=color-scheme]")!.content = next;
    document.cookie = `shade=${next}; path=/; max-age=31536000; samesite=lax`;
    document.dispatchEvent(new CustomEvent("shade", { detail: next }));
  });
}

/** What is on the screen now. */
export function shown(): Shade {
  const chosen = document.documentElement.dataset.shade;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
