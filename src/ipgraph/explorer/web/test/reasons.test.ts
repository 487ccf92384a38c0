import { expect, it } from "vitest";
import { pieces } from "../src/panel/reasons";

it("a text is cut at the names in it, the longest first", () => {
  expect(pieces("引用：CN1 → CN12、CN1", ["CN1", "CN12"])).toEqual(["引用：", "CN1", " → ", "CN12", "、", "CN1"]);
});

it("signs of an expression are signs of a name", () => {
  expect(pieces("补充“电池管理系统(BMS)”", ["电池管理系统(BMS)", "H01M 4/36+"])).toEqual(["补充“", "电池管理系统(BMS)", "”"]);
});

it("a text without names stays whole", () => {
  expect(pieces("From home", [])).toEqual(["From home"]);
});
