/** Who is expected in a branch of the demo city; made up. `came`: has joined already. */
export const demoRoster = {
  orgId: 'U01-WX-B01',
  by: 'branch-secretary',
  question: 'entryYear',
  names: [
    { name: '林晓', came: true },
    { name: '江小舟', came: true },
    { name: '闻溪' },
    { name: '陆听澜' },
    { name: '顾青禾' },
    { name: '阿依努尔·木拉提' },
    { name: '何明', answer: '2023' },
    { name: '何明', answer: '2024' },
  ],
} as const satisfies {
  orgId: string;
  by: string;
  question: string;
  names: readonly { name: string; answer?: string; came?: true }[];
};
