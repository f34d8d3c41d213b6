// Starts the page: reads the address, sets up the parts, and shows what is chosen.

import { state, choose, onChange, readAddress } from "./state.js";
import { useLanguage } from "./language.js";
import { at } from "./dom.js";
import { setUpControls } from "./controls.js";
import { setUpSlider, numberWords, showSlider } from "./slider.js";
import { setUpSearch } from "./search.js";
import { setUpPanel, showPanel } from "./panel.js";
import { setUpJourneys, showJourneys } from "./journeys.js";
import { setUpPicture, showPicture } from "./picture.js";
import { showTable, setUpTable, standpointWords } from "./tables.js";
import { setUpDownloads } from "./download.js";

let resting = null;

/** Shows the chosen view as a picture or as a table. */
function showView(changed) {
  at("view").classList.toggle("as-table", state.isTable);
  at("standpoint").textContent = standpointWords();
  if (!state.isTable) {
    at("table").replaceChildren();
    return showPicture(changed);
  }
  const isQuiet = changed.has("day") && changed.size === 1;
  clearTimeout(resting);
  // While the slider moves the table waits.
  if (isQuiet) resting = setTimeout(() => showTable(numberWords()), 150);
  else showTable(numberWords());
}

// Controls come first: they set the language in which the others speak.
setUpControls();
setUpSlider();
setUpSearch();
setUpPanel();
setUpPicture();
setUpTable();
setUpDownloads();
onChange((changed) => {
  if (["view", "isTable", "day", "scene", "selection", "language", "theme", "from", "to", "isAfter"].some((key) => changed.has(key))) showView(changed);
});
setUpJourneys();

const first = readAddress();
useLanguage(first.language);
choose(first, true);
showPanel();
showJourneys();
showSlider();
addEventListener("hashchange", () => choose(readAddress(), true));
document.documentElement.dataset.ready = "yes";
