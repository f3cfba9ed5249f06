// On every page: the switch of colours, suggestions in search boxes, filters folded on small screens.
import { foldFilters } from "./site/filters";
import { switchShade } from "./site/shade";
import { suggestEverywhere } from "./site/suggest";

switchShade();
suggestEverywhere();
foldFilters();
