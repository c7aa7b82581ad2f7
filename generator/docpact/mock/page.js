// The page as it is now, in the place of what it was: only what has changed, and the keyboard stays where it is.
async function refresh() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer || !answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const label = document.activeElement?.getAttribute("aria-label");
  for (const part of fresh.querySelectorAll("[data-live]")) {
    const old = document.getElementById(part.id);
    if (old && old.outerHTML !== part.outerHTML) old.replaceWith(part);
  }
  if (label) document.querySelector(`[aria-label="${CSS.escape(label)}"]`)?.focus();
}

// A press does its work without a new page, so that nothing jumps.
document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new URLSearchParams(new FormData(event.target, event.submitter));
  await fetch(location.href, { method: "POST", body: form }).catch(() => null);
  await refresh();
});

const chosen = document.querySelector("select[name=fault]");
const tell = () => { document.getElementById("about").textContent = chosen.selectedOptions[0]?.title ?? ""; };
chosen?.addEventListener("change", tell);
if (chosen) tell();

setInterval(() => { if (!document.hidden) refresh(); }, 1000);
