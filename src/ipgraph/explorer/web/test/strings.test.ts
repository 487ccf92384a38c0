import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { say, STRINGS, type Word } from "../src/strings";

const slots = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

it.each(Object.entries(STRINGS))("%s is said in both languages with the same slots", (_, [zh, en]) => {
  expect(zh.trim()).not.toBe("");
  expect(en.trim()).not.toBe("");
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  expect(slots(zh)).toEqual(slots(en));
});

it("every word is used somewhere", () => {
  const folder = join(import.meta.dirname, "../src");
  const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith("strings.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  expect(Object.keys(STRINGS).filter((word) => !source.includes(`"${word}"`) && !source.includes(`${word}:`))).toEqual([]);
});

it("fills slots in order, with nothing where a value is missing", () => {
  expect(say("zh", "shown" satisfies Word, 2, 9)).toBe("已显示 2 / 9");
  expect(say("en", "shown", 2)).toBe("2 of  shown");
});
