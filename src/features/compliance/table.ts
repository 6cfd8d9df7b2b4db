/* The self-check (合规自查表). Made by `npm run build -- compliance`; do not edit. */

export interface ComplianceRow {
  rule: string;
  asks: string;
  evidence: readonly string[];
  missing: readonly string[];
  against: readonly string[];
}

export const complianceTable: readonly ComplianceRow[] = [
  {
    "rule": "R1",
    "asks": "打卡自愿、默认只有自己看得到；哪里都没有“谁没打卡”的名单",
    "evidence": [
      "逐栏查过 190 项功能的输入与输出（3471 栏），没有按“未完成”列人的名单。",
      "阅读记录 `checkins` 只有本人的功能能读，别人的一项也没有。",
      "配置里没有打开任何强制开关。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R2",
    "asks": "不统计在线时长",
    "evidence": [
      "查过 46 个数据集合申报的全部字段，没有在线、停留或最近在线的时间。",
      "阅读分钟只由本人填写，可以不填。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R3",
    "asks": "不给个人排名；五人以下的数字不显示",
    "evidence": [
      "逐栏查过 190 项功能的输入与输出（3471 栏），没有个人的名次、积分，也不能按多少给人排序。",
      "小数规则：不足 5 人、或只差不到 5 人的，一律用“不足5人”“九成以上”等代替；成表的再遮住一格，使合计也推不出来。",
      "这条规则适用于自愿和私人的事：阅读、打卡、打开、读过一份提示或通知、回答问题、填写问卷、参加答题。",
      "如实显示给有权的人、对其他人仍适用的：到会、活动签到、台账里的人次与人数。",
      "公布的合计每周一定格一次，免得从一天的差别认出一个人；眼下还没有公布这类数字。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R4",
    "asks": "评奖由人决定，点赞不计分",
    "evidence": [
      "没有一个字段把点赞、投票或转发与分数放在一起。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R5",
    "asks": "不要求截图证明",
    "evidence": [
      "没有一项功能要求上传截图。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R6",
    "asks": "投诉建议一键可达，有编号和答复期限",
    "evidence": [
      "“投诉建议”在四个标签页的页首，提交即有受理编号，5 个工作日内答复，最长 1000 字。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R7",
    "asks": "公布主办单位、备案编号、用到的数据和用途",
    "evidence": [
      "“关于”页写明主办单位、备案编号、联系方式与许可声明。",
      "46 个数据集合各写明用途，其中 31 个含个人信息，逐项写明给谁看、留多久（`docs/data-inventory.md`）。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R8",
    "asks": "请人填写的，先说要花几分钟，每月合计",
    "evidence": [
      "报名时答过的内容会留着，下次不必再写。"
    ],
    "missing": [
      "表单还没有逐一写明要花几分钟，也还没有每月合计的负担表。"
    ],
    "against": []
  },
  {
    "rule": "R9",
    "asks": "提醒由本人选择，有每周上限和免打扰时段",
    "evidence": [
      "13 类提醒各有开关；规则见 `docs/mechanisms/notices.md`。"
    ],
    "missing": [],
    "against": []
  },
  {
    "rule": "R10",
    "asks": "自查表由配置生成，出现禁止的内容就不能通过检查",
    "evidence": [
      "本表由 `npm run build -- compliance` 生成，与来源不一致时 `npm run check` 不通过。",
      "出现禁止的名单、排名、时长、计分、强制开关或未遮住的小数时，`npm run check` 不通过。"
    ],
    "missing": [],
    "against": []
  }
];
