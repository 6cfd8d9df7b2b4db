import type { Problem } from '../../../shared/sheets/rules/table';
import type { OrgRow } from './rows';
import type { Tree } from './tree';

/** Rows that reach beyond the tree of the list, each by its name. */
export function beyond(rows: readonly OrgRow[], { top, known, has }: Tree): Problem[] {
  const within = `“${top.name}” 之内`;
  const inFile = new Set(rows.map(({ id }) => id));
  return rows.flatMap(({ line, id, name, parentId }): Problem[] => {
    const org = known.get(id);
    const merged = org?.mergedInto !== undefined;
    const wrong = (column: string, what: string, fix: string): Problem[] => [{ line, column, what, fix }];
    if (id === top._id) {
      if (parentId === null || parentId === top.parentId) return [];
      const fix = top.parentId === null ? '留空' : `填写 “${top.parentId}”，或请上级组织导入`;
      return wrong('上级编号', `“${name}” 自己的上级不在这里改`, fix);
    }
    if (org !== undefined && !merged && !has(id)) {
      return wrong('编号', `“${name}”（${id}）不在${within}`, '删去这一行，或请上级组织导入');
    }
    if (parentId === null) {
      return org === undefined ? wrong('上级编号', '没有填写', `填写上级组织的编号，例如 “${top._id}”`) : [];
    }
    const parent = known.get(parentId);
    if (parent === undefined || parent.mergedInto !== undefined || has(parentId)) {
      // Whoever lies below something archived is archived, unless the file says what becomes of that.
      const away = [...(parent?.path ?? []), parentId]
        .map((at) => known.get(at))
        .find((above) => above?.archivedAt !== undefined && !inFile.has(above._id));
      if (away === undefined) return [];
      return wrong('上级编号', `“${away.name}” 已归档，下面不能再有新的组织`, '先恢复它，或换一个上级');
    }
    return wrong('上级编号', `“${parentId}” 不在${within}`, '改正上级编号，或请上级组织导入');
  });
}
