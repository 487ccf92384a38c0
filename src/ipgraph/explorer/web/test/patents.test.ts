import { describe, expect, it } from "vitest";
import type { PatentItem } from "../src/api/types";
import { decided } from "../src/panel/patents";

const patent = (more: Partial<PatentItem>): PatentItem =>
  ({ id: "P1", title: null, filed_on: null, status: null, patent_type: null, holders: [], basis: null, rule: null,
    pattern: null, words: null, score: null, ...more });

describe("what placed a patent in a segment", () => {
  it("is a rule with its pattern and words", () =>
    expect(decided(patent({ basis: "rule", rule: "r1", pattern: "H01M*", words: ["隔膜"], score: 1 }), "zh"))
      .toEqual({ said: "命中规则 r1", found: "分类 H01M* · 关键词 隔膜" }));
  it("is its text, with probability and words", () => {
    const one = patent({ basis: "text", words: ["微孔膜", "拉伸"], score: 0.8374 });
    expect(decided(one, "zh")).toEqual({ said: "按文本归入（概率 83.7%）", found: "依据词 微孔膜、拉伸" });
    expect(decided(one, "en").said).toBe("Placed by its text (83.7% likely)");
  });
  it("is not told where nobody said", () => expect(decided(patent({}), "en")).toEqual({ said: "", found: "" }));
});
