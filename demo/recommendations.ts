/** A recommendation of the demo city; reasons and questions are written for it. */
export interface DemoRecommendation {
  key: string;
  orgId: string;
  /** Key of the member who recommends. */
  by: string;
  title: string;
  reason: string;
  questions: readonly [string, string, string];
  pointer: string;
  /** Days from today on which it is published, at `hour` Shanghai time; negative: published already. */
  day: number;
  hour: number;
}

export const demoRecommendations: readonly DemoRecommendation[] = [
  {
    key: 'systems',
    orgId: 'JC',
    by: 'secretary',
    title: '系统之美',
    reason:
      '今年我们改了三次活动报表，每次都想让基层少填几格，结果总数反而多了。这本书让我看明白：单看每一张表都合理，合在一起却成了负担，因为没有人看见整个回路。作者不教人“管得更细”，而是教人先找到那个一动全动的点。书不厚，例子从浴缸讲到渔场，读起来不费力。',
    questions: [
      '你手头哪件工作越使劲越费劲？它的“回路”在哪里？',
      '书里说的“延迟”，你在哪件事上吃过亏？',
      '如果只许减掉一个环节，你会减掉哪一个，谁会因此更难？',
    ],
    pointer: '只有十分钟，就读讲浴缸的那几页：水位不等于水龙头。读完看看自己手上的“水位”是什么。',
    day: -2,
    hour: 8,
  },
  {
    key: 'sanshijiang',
    orgId: 'JC',
    by: 'secretary',
    title: '习近平的七年知青岁月',
    reason:
      '书里没有大道理，全是当年的老乡和知青一件一件讲出来的事：怎么挑粪、怎么打坝、怎么在煤油灯下看书。我最受触动的是一个细节：他读书读到深夜，第二天照样上山。团干部到基层去，第一课不是讲，而是听和干。建议配合自己下基层的经历读。',
    questions: [
      '受访者记得最牢的，多是小事。哪一件小事让你停下来想了想？',
      '你去过的村、社区里，谁最了解情况？你和他聊过多久？',
      '“干”和“讲”，这个月你各花了多少时间？',
    ],
    pointer: '挑任意一篇采访，从头读完即可，十分钟正好一篇的前半。',
    day: -9,
    hour: 8,
  },
  {
    key: 'hongloumeng',
    orgId: 'U01',
    by: 'u01-secretary',
    title: '红楼梦',
    reason:
      '常有同学说读了三次都停在第五回。我的办法是先不管人物表，从第三回黛玉进府读起，跟着她的眼睛看：谁先说话，谁后落座，谁的衣裳写得最细。书里的每一处礼数都在交代关系。师范生将来要站讲台，学会这样看人，比记住诗句更有用。',
    questions: [
      '黛玉进府那天，她改了哪几个习惯？为什么改？',
      '选一个只出场一次的人物，说说作者为什么要写他。',
      '如果让你给初中生讲一回，你选哪一回，从哪一句讲起？',
    ],
    pointer: '读第三回的前半：从下轿到见宝玉之前。',
    day: -5,
    hour: 12,
  },
  {
    key: 'huozhe',
    orgId: 'U01-WX-B01',
    by: 'branch-secretary',
    title: '活着',
    reason:
      '一个下午就能读完，但我建议分三次读。福贵讲自己的一生，语气平得像在说别人，越平越让人坐不住。我们支部上学期讨论“什么叫苦”，说了许多词，都不如书里老牛的那个名字。不必急着得出“意义”，先把它听完。',
    questions: [
      '福贵为什么给牛也取名叫福贵？',
      '叙述者只是个采风的年轻人，少了他，这个故事会有什么不同？',
      '读到哪里你放下了书？',
    ],
    pointer: '读开头：采风的“我”遇见福贵，到他开始讲之前。',
    day: -1,
    hour: 20,
  },
  {
    // By the secretary of the university, for one branch: only its members see it.
    key: 'langduzhe',
    orgId: 'U01-WX-B01',
    by: 'u01-secretary',
    title: '朗读者',
    reason:
      '你们支部要办诵读会，先别急着挑篇目。这本书每一篇都是先讲一个人，再读一段文字：知道他为什么读，那段话才站得住。你们也可以这样办：每人先用一分钟说说为什么是这一段，再开口读。读得磕磕绊绊没有关系，说得清为什么就好。',
    questions: [
      '哪一位朗读者让你想起身边的人？',
      '你愿意把哪一段文字读给谁听？为什么是他？',
      '同一段文字，换一个人来读，会有什么不同？',
    ],
    pointer: '挑一位你认得名字的朗读者，读他的那一篇：先是人，后是文。',
    day: -3,
    hour: 20,
  },
  {
    key: 'zhongguofanwan',
    orgId: 'D01',
    by: 'd01-secretary',
    title: '中国饭碗',
    reason:
      '望江区没有多少耕地，可是我们每天吃三顿饭。这本书写种子、写粮仓，也写那些一辈子只做一件事的人。街道上的年轻人读它，不为别的，只为在食堂倒饭之前想一想这碗饭走了多远。适合在劳动周里一起读。',
    questions: [
      '书里哪一个人做的事，你以前完全不知道？',
      '一粒米到你碗里，中间有多少人？试着数一数。',
      '我们社区能做的一件小事是什么？',
    ],
    pointer: '读写粮食收储的任意一节，看一座粮仓怎样过夏天。',
    day: -12,
    hour: 9,
  },
  {
    key: 'gugong',
    orgId: 'JC',
    by: 'secretary',
    title: '我在故宫修文物',
    reason:
      '修复师们说得最多的词是“急不得”。一件钟表拆开几百个零件，先照相、编号，再一件一件地洗。我们总问青年为什么坐不住，不如先问问：有没有一件值得他坐下来的事。书里的年轻徒弟，就是因为遇见了这样的事才留下来的。',
    questions: [
      '师傅怎样教徒弟？哪一种教法今天仍然管用？',
      '“修旧如旧”与“焕然一新”，你在工作里遇到过这样的取舍吗？',
      '你愿意为哪件事慢下来？',
    ],
    pointer: '读钟表修复的那一部分。',
    day: -16,
    hour: 8,
  },
  {
    key: 'wanli',
    orgId: 'E01',
    by: 'e01-secretary',
    title: '万历十五年',
    reason:
      '调度中心的同事问我，为什么每个岗位都没有出错，一趟车还是晚点了。我想起了这本书：那一年没有大事，人人照着规矩办，一个王朝却已经转不动了。读它不为看热闹，而为看一套办法怎样慢慢离开了它要解决的事。',
    questions: [
      '选书里一个人物：如果是你，那一年你能做什么？',
      '我们有没有一条规定，大家都照做，却说不出为什么？',
      '“没有大事”的一天，其实发生了什么？',
    ],
    pointer: '读讲海瑞的那一章的开头。',
    day: -4,
    hour: 18,
  },
  {
    key: 'yuzhou',
    orgId: 'JC',
    by: 'secretary',
    title: '给孩子讲宇宙',
    reason:
      '书名说是讲给孩子的，其实大人更该看。作者把很难的东西讲得让人敢于提问，这正是我们给青少年做活动时最缺的本事。读完试着用三句话，向身边的人讲清楚一件你自以为懂的事。',
    questions: [
      '哪一个问题你小时候也问过？当时大人怎样回答？',
      '作者用了哪些身边的东西来打比方？',
      '用三句话讲清楚“为什么夜里是黑的”。',
    ],
    pointer: '读第一讲的前几页就好。',
    day: 3,
    hour: 8,
  },
];
