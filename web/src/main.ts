// On every page: the switch of colours.
import { switchShade } from "./site/shade";

switchShade();
