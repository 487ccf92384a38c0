// Puts the page together: bar, map, legend, panel; and shows what the address bar says.

import { api } from "./api/client";
import type { ChainItem, ChainMap, Gaps, Legend, RegionItem } from "./api/types";
import { chainGaps, chainMap, firstChain, type Board } from "./data";
import { h } from "./dom";
import { header } from "./header";
import { drawLegend } from "./legend";
import { mapView } from "./map/map";
import { panel } from "./panel/panel";
import { empty, failed, loading } from "./panel/parts";
import { router } from "./router";
import { local, where, type State } from "./state";
import { viewpoint } from "./viewpoint";
import { say } from "./strings";
import "./styles/index.css";

const NONE: Board = { answer: { gaps: [], notes: [] as Gaps["notes"] } as unknown as Gaps, rows: new Map() };

function start(root: HTMLElement): void {
  let legend: Legend | null = null;
  let chains: ChainItem[] = [];
  let regions: RegionItem[] = [];
  let turn = 0;
  const routes = router((state) => void show(state));
  const bar = header(routes.go);
  const map = mapView((segment) => routes.go({ segment, node: "" }));
  const side = panel();
  const key = h("div", { class: "legend-box" });
  const notice = h("p", { class: "sample", role: "note" });
  notice.hidden = true;
  const seen = h("div", { class: "seen" });
  root.replaceChildren(bar.element, notice, h("main", {}, h("div", { class: "stage" }, key, seen, map.element), side.element));

  const draw = (state: State, chain: ChainMap, board: Board, signs: Legend): void => {
    const gaps = board.rows;
    map.message(chain.cards.length ? null : empty(say(state.lang, "emptyChain")));
    map.show(chain, gaps, signs, state.lang, state.segment, local(state));
    key.replaceChildren(drawLegend(chain, gaps, signs, state.lang));
    seen.replaceChildren(...viewpoint(state, board, routes.go));
    side.show({ state, map: chain, gaps, legend: signs, regions, go: routes.go });
  };

  const show = async (state: State): Promise<void> => {
    const mine = (turn += 1);
    document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
    document.title = say(state.lang, "title");
    bar.show(state);
    if (!legend) return;
    notice.textContent = say(state.lang, "sample");
    notice.hidden = !legend.sample;
    side.element.dataset["notice"] = notice.hidden ? "" : say(state.lang, "sample");
    if (!chains.length) return map.message(empty(say(state.lang, "noChains")));
    if (!state.chain) return routes.go({ chain: firstChain(chains), segment: state.segment, node: state.node }, true);
    const slow = setTimeout(() => mine === turn && map.message(loading(state.lang)), 150);
    try {
      const figures = chainGaps(state.chain, where(state));
      figures.catch(() => undefined);
      const chain = await chainMap(state.chain);
      // The map does not wait for the figures: it is drawn at once and coloured when they come.
      const first = await Promise.race([figures, new Promise<null>((done) => setTimeout(done, 60, null))]);
      if (mine !== turn) return;
      clearTimeout(slow);
      draw(state, chain, first ?? NONE, legend);
      const gaps = await figures;
      if (mine === turn && !first) draw(state, chain, gaps, legend);
    } catch (error) {
      if (mine === turn) map.message(failed(error, state.lang, () => void show(routes.state())));
    } finally {
      clearTimeout(slow);
    }
  };

  const begin = async (): Promise<void> => {
    const { lang } = routes.state();
    void show(routes.state());
    map.message(loading(lang));
    try {
      const [signs, answer, places] = await Promise.all([api.legend(), api.chains(), api.regions()]);
      [legend, chains, regions] = [signs, answer.chains, places.regions];
      bar.fill(chains, regions, legend);
      await show(routes.state());
    } catch (error) {
      map.message(failed(error, lang, () => void begin()));
    }
  };
  void begin();
}

start(document.getElementById("app")!);
