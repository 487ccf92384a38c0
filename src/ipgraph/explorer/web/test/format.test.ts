import { describe, expect, it } from "vitest";
import type { MeasureItem } from "../src/api/types";
import { count, ems, figure, lines, nameOf, words } from "../src/format";

describe("a figure", () => {
  it.each([
    [null, "count", "不详"], [undefined, "number", "不详"], [true, "flag", "是"], [false, "flag", "否"], [1234567, "count", "1,234,567"],
    [0.1234, "share", "12.3"], [0, "share", "0"], [1.004, "number", "1.00"], [12.345, "number", "12.3"], [1234.5, "number", "1,235"],
    [-0.5, "number", "-0.50"],
  ])("%s as %s is %s", (value, format, text) => expect(figure(value, format, "zh")).toBe(text));
  it("is never 0 where it is unknown", () => expect(figure(null, "number", "en")).toBe("Unknown"));
  it("is counted in whole pieces", () => expect(count(1311, "en")).toBe("1,311"));
});

describe("a name on a card", () => {
  it("is as wide as its signs", () => expect(ems("正极A")).toBeCloseTo(2.55));
  it("breaks between Chinese characters and between words", () => {
    expect(lines("三元材料镍钴锰酸锂", 5, 2)).toEqual(["三元材料镍", "钴锰酸锂"]);
    expect(lines("Lithium iron phosphate", 7, 3)).toEqual(["Lithium iron", "phosphate"]);
  });
  it("ends in … where it does not fit", () => {
    expect(lines("一二三四五六七八九十", 4, 2)).toEqual(["一二三四", "五六七…"]);
    expect(lines("Pneumonoultramicroscopic", 5, 1)[0]).toMatch(/…$/);
    expect(ems(lines("Pneumonoultramicroscopic", 5, 1)[0]!)).toBeLessThanOrEqual(5);
  });
  it("is empty for nothing", () => expect(lines("", 5, 2)).toEqual([]));
  it("is Chinese where there is no English one", () => {
    expect(nameOf({ name: "隔膜", name_en: null }, "en")).toBe("隔膜");
    expect(nameOf({ name: "隔膜", name_en: "Separator" }, "en")).toBe("Separator");
    expect(nameOf({ name: "隔膜", name_en: "Separator" }, "zh")).toBe("隔膜");
  });
});

describe("unit of a figure", () => {
  const measure = { zh: "", en: "", zh_unit: "倍", zh_doc: "", en_doc: "" };
  it("stands apart from its number where it is a word", () => {
    expect(words({ ...measure, en_unit: "ratio" } as MeasureItem, "en").unit).toBe(" ratio");
    expect(words({ ...measure, en_unit: "%" } as MeasureItem, "en").unit).toBe("%");
    expect(words({ ...measure, en_unit: "ratio" } as MeasureItem, "zh").unit).toBe("倍");
  });
});
