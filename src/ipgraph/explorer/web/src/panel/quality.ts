// The score tree of a patent: branches, their indicators, what each weighs and what the record says.

import type { QualityTree } from "../api/types";
import { h } from "../dom";
import { figure } from "../format";
import { captionOf } from "../signs";
import { say, type Lang } from "../strings";
import { section, table } from "./parts";

export function quality(tree: QualityTree, lang: Lang): HTMLElement {
  const columns = [
    { caption: say(lang, "indicator") }, { caption: say(lang, "weighs"), numeric: true },
    { caption: say(lang, "scored"), numeric: true },
  ];
  const rows = tree.branches.flatMap((branch) => [
    [h("strong", {}, captionOf(branch, lang)), figure(branch.weight, "share", lang), figure(branch.value, "number", lang)],
    ...branch.indicators.map((leaf) => [
      h("span", { title: lang === "zh" ? leaf.zh_doc : leaf.en_doc }, captionOf(leaf, lang)),
      figure(leaf.weight, "share", lang), figure(leaf.value, "number", lang),
    ]),
  ]);
  const bands = tree.bands.map((band) => `${band.grade} ≥ ${band.low}`).join("，");
  const scenario = lang === "zh" ? tree.scenario_zh : tree.scenario_en;
  return section(
    say(lang, "quality"),
    h("p", { class: "facts" }, [
      say(lang, "qualityIs", figure(tree.weight, "number", lang), scenario),
      tree.grade ? say(lang, "grade", tree.grade) : say(lang, "ungraded"), bands,
    ].join(" · ")),
    table(say(lang, "quality"), columns, rows),
    h("p", { class: "by" }, say(lang, "qualityMissing")),
  );
}
