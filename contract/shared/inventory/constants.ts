/**
 * What is stored of people, by collection, in words: made from their declarations by `npm run build -- inventory`; do not
 * edit. `stays`: what is left of a part when its person is erased.
 */
export interface InventoryEntry {
  readonly name: string;
  readonly purpose: string;
  readonly personal: string | null;
  readonly kept: string;
  readonly parts: readonly {
    readonly key: string;
    readonly who: string;
    /** Its heading in what the person takes along; null where it is not exported. */
    readonly exported: string | null;
    readonly erased: string;
    readonly stays: 'nothing' | 'some' | 'all';
  }[];
}

export const inventory: readonly InventoryEntry[] = [
  {"name":"audit","purpose":"审计记录：谁在何时做了什么（仅编号）","personal":null,"kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"audit_0","who":"操作者与被操作者","exported":null,"erased":"链式校验不容改动；只有内部编号，注销后不再指向任何人","stays":"all"}]},
  {"name":"books","purpose":"书目：书名、作者、出版社、ISBN","personal":"录入者的内部编号（便于更正与追责），不公开","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"books_0","who":"为自己添加的人","exported":"自己添加的书","erased":"删除，别人本来就看不到","stays":"nothing"},{"key":"books_1","who":"录入者","exported":"录入的书目","erased":"保留书目，去掉录入者的编号","stays":"some"}]},
  {"name":"cards","purpose":"今日上显示的内容，由各项业务得出","personal":"本人报名的活动、投诉建议是否有答复、看过哪些变动，仅本人可见","kept":"`until`后即删","parts":[{"key":"cards_0","who":"本人","exported":null,"erased":"删除","stays":"nothing"}]},
  {"name":"checkins","purpose":"阅读打卡：每人每天一条，可不填","personal":"本人的阅读记录与心得，仅本人可见；移除的一笔留 7 天供撤销","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"checkins_0","who":"本人","exported":"阅读打卡","erased":"删除","stays":"nothing"}]},
  {"name":"consents","purpose":"微信消息的设置与同意次数","personal":"本人同意接收微信消息的次数、每周上限与免打扰时段，仅本人可见","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"consents_0","who":"本人","exported":"微信消息设置","erased":"删除","stays":"nothing"}]},
  {"name":"datacounts","purpose":"“我的数据”里各项的条数，由其他集合数出","personal":"本人各项数据的条数，仅本人可见","kept":"到期后即删","parts":[{"key":"datacounts_0","who":"本人","exported":null,"erased":"删除","stays":"nothing"}]},
  {"name":"denials","purpose":"被拒绝的调用的计数，每小时汇入审计记录（仅编号）","personal":null,"kept":"结束后 40 天删除","parts":[{"key":"denials_0","who":"调用者","exported":null,"erased":"只有内部编号，一小时左右即汇入审计记录","stays":"all"}]},
  {"name":"desks","purpose":"案头：在读的书，由书架得出","personal":"本人在读的书，仅本人可见","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"desks_0","who":"本人","exported":null,"erased":"删除","stays":"nothing"}]},
  {"name":"duties","purpose":"领导小组、班子、支部委员会等的职务与任期，历任保留","personal":"任职人姓名、职务、起止日期；本组织及下级的成员可见","kept":"`removedAt`后 30 天删除","parts":[{"key":"duties_0","who":"任职人","exported":"担任的职务","erased":"任期属于组织的记录，保留职务与起止日期，去掉姓名与编号","stays":"some"}]},
  {"name":"erasedates","purpose":"删除日期：本人申请注销的，或监护人同意到期的，到这一天删除本人的记录","personal":"本人的记录哪天删除，仅本人可见","kept":"`at`后 40 天删除","parts":[{"key":"erasedates_0","who":"本人","exported":"删除日期","erased":"删除","stays":"nothing"}]},
  {"name":"events","purpose":"活动、报名次序与报名表的回答","personal":"报名者的内部编号、报名时间与报名表的回答，仅活动组织者可见","kept":"结束后 400 天删除","parts":[{"key":"events_0","who":"报名者","exported":"活动报名","erased":"截止前的：取消报名，由候补递补；截止后的：保留一个名额和时间，去掉编号与回答","stays":"some"},{"key":"events_1","who":"发布者","exported":"我发布的活动","erased":"活动属于组织，保留，去掉发布者的编号","stays":"some"}]},
  {"name":"exports","purpose":"导出的文件：谁在何时为何导出了什么，一天后连同文件删除","personal":"导出人的编号与名字；文件里是他有权看的内容","kept":"到期后即删","parts":[{"key":"exports_0","who":"导出的人","exported":"我导出的文件","erased":"连同文件删除","stays":"nothing"}]},
  {"name":"feedback","purpose":"投诉建议与答复","personal":"本人提交的内容，仅本人与管理员可见；没有加入的人只记一个认得出本人的代号","kept":"`keptUntil`后即删","parts":[{"key":"feedback_0","who":"提交者","exported":"投诉建议","erased":"保留受理编号与时间，以免件数变化；去掉编号、内容与答复","stays":"some"},{"key":"feedback_1","who":"答复者","exported":"我答复的投诉建议","erased":"答复属于组织，保留，去掉答复者的编号","stays":"some"},{"key":"feedback_2","who":"办理者","exported":null,"erased":"去掉办理者的编号","stays":"some"},{"key":"feedback_3","who":"往来中的答复者","exported":null,"erased":"答复属于组织；只有内部编号","stays":"all"}]},
  {"name":"files","purpose":"上传的图片、声音与文件：属于什么，存在哪里","personal":"本人上传的内容；照片里的拍摄地点等信息收下时即去掉","kept":"到期后即删","parts":[{"key":"files_0","who":"上传者","exported":"上传的文件","erased":"连同存储的内容删除","stays":"nothing"}]},
  {"name":"graduations","purpose":"毕业转出：哪个组织、多少人、办到哪里","personal":"经办人（仅编号）","kept":"`at`后 180 天删除","parts":[{"key":"graduations_0","who":"经办人","exported":"我办的毕业转出","erased":"属于组织，保留，去掉经办人的编号","stays":"some"}]},
  {"name":"imports","purpose":"导入：哪个文件、进行到哪里、能否撤销","personal":"导入的人的内部编号；七天后删除","kept":"到期后即删","parts":[{"key":"imports_0","who":"导入的人","exported":"我的导入","erased":"导入属于组织，保留到期，去掉其编号","stays":"some"}]},
  {"name":"invitationBatches","purpose":"成批发出的邀请与进度","personal":"发出者（仅编号）","kept":"到期后 90 天删除","parts":[{"key":"invitationBatches_0","who":"发出者","exported":"我成批发出的邀请","erased":"邀请属于组织，保留，去掉发出者的编号","stays":"some"}]},
  {"name":"invitations","purpose":"邀请：组织、邀请码、有效期与名额","personal":"发出者（仅编号）；用过的人只有不能还原的编号","kept":"到期后 90 天删除","parts":[{"key":"invitations_0","who":"发出者","exported":"我发出的邀请","erased":"邀请属于组织，保留，去掉发出者的编号","stays":"some"},{"key":"invitations_1","who":"用过邀请的人","exported":null,"erased":"只有不能还原的编号，邀请过期 90 天后删除","stays":"all"}]},
  {"name":"jobs","purpose":"后台任务：待办、进行到哪里、结果","personal":null,"kept":"到期后即删","parts":[{"key":"jobs_0","who":"被处理的人","exported":null,"erased":"只有内部编号，40 天后即删","stays":"all"}]},
  {"name":"joinRequests","purpose":"加入申请与答复","personal":"申请人自己填的姓名，仅本人与有权同意的人可见","kept":"`until`后 30 天删除","parts":[{"key":"joinRequests_0","who":"申请人","exported":"加入申请","erased":"删除","stays":"nothing"},{"key":"joinRequests_1","who":"答复者","exported":"我答复的加入申请","erased":"答复属于组织，保留，去掉答复者的编号","stays":"some"}]},
  {"name":"joinTries","purpose":"填错邀请码的次数","personal":null,"kept":"到期后即删","parts":[{"key":"joinTries_0","who":"填错的人","exported":null,"erased":"只有不能还原的编号，一小时左右即删","stays":"all"}]},
  {"name":"limits","purpose":"防刷计数","personal":null,"kept":"到期后即删","parts":[{"key":"limits_0","who":"调用者","exported":null,"erased":"只有内部编号，一小时左右即删","stays":"all"}]},
  {"name":"members","purpose":"成员、所在组织与职责","personal":"微信用户标识（仅用于识别本人）、姓名（支部内称呼）","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"members_0","who":"本人","exported":"我","erased":"删除","stays":"nothing"}]},
  {"name":"merges","purpose":"同一个人的两个账号合并：谁提出、谁同意、进行到哪里","personal":"仅账号编号与提出时写的情况；本人、提出人可见，结束 90 天后删除","kept":"到期后即删","parts":[{"key":"merges_0","who":"保留的账号","exported":"账号合并","erased":"删除","stays":"nothing"},{"key":"merges_1","who":"并入的账号","exported":"账号合并（并入别的账号）","erased":"删除","stays":"nothing"},{"key":"merges_2","who":"提出的人","exported":null,"erased":"去掉提出人","stays":"some"},{"key":"merges_3","who":"同意的上级","exported":null,"erased":"去掉同意的人","stays":"some"},{"key":"merges_4","who":"有关的人","exported":null,"erased":"只有内部编号，结束 90 天后删除","stays":"all"}]},
  {"name":"moderationCases","purpose":"内容审核：待审核的文字、图片、声音，决定与申诉","personal":"作者写的内容；本人与审核员可见。不通过的封存到申诉期满即删","kept":"到期后即删","parts":[{"key":"moderationCases_0","who":"作者","exported":"我的内容审核","erased":"删除","stays":"nothing"},{"key":"moderationCases_1","who":"审核员","exported":null,"erased":"决定属于组织，只有内部编号，到期随审核记录删除","stays":"all"}]},
  {"name":"moderationReports","purpose":"读者的举报","personal":"举报人（内部编号）与理由；只有审计员可见，结案 90 天后删除","kept":"到期后即删","parts":[{"key":"moderationReports_0","who":"举报人","exported":"我的举报","erased":"去掉举报人与说明，保留理由","stays":"some"}]},
  {"name":"notices","purpose":"通知：与本人有关的事，每件一条","personal":"本人报名、提交与职责上的变动，仅本人可见","kept":"`at`后 180 天删除","parts":[{"key":"notices_0","who":"本人","exported":"通知","erased":"删除","stays":"nothing"}]},
  {"name":"orgchanges","purpose":"组织的改动：做了什么、能否撤销","personal":"作出改动的人的内部编号","kept":"`at`后 400 天删除","parts":[{"key":"orgchanges_0","who":"作出改动的人","exported":"对组织的改动","erased":"改动属于组织，保留，去掉其编号","stays":"some"}]},
  {"name":"orgs","purpose":"组织树：团市委、区县、高校、支部","personal":"拆分组织时要分出的成员的内部编号，几分钟内做完即删","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"orgs_0","who":"分到新组织的人","exported":null,"erased":"只有内部编号，几分钟内即删","stays":"all"}]},
  {"name":"recommendations","purpose":"书记荐书","personal":"荐书人姓名与职务所在组织（公开）","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"recommendations_0","who":"荐书人","exported":"我写的荐书","erased":"荐书属于组织，保留内容，去掉姓名与编号","stays":"some"}]},
  {"name":"roleclaims","purpose":"首位管理员的一次性认领码（只存校验值）","personal":null,"kept":"到期后 40 天删除","parts":[{"key":"roleclaims_0","who":"认领者","exported":null,"erased":"只有内部编号，40 天后即删","stays":"all"}]},
  {"name":"roleguards","purpose":"保证团市委至少有一位管理员","personal":null,"kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"roleguards_0","who":"卸任的管理员","exported":null,"erased":"只有内部编号，下一位管理员卸任时即去掉","stays":"all"}]},
  {"name":"rolehandovers","purpose":"交接记录，供一天之内撤回","personal":"由谁办理（仅编号）","kept":"到期后即删","parts":[{"key":"rolehandovers_0","who":"办理者","exported":null,"erased":"删除","stays":"nothing"}]},
  {"name":"roleterms","purpose":"职责的授予、任期、同意与收回，供组织查历史","personal":"担任的职责、任期、由谁办理（仅编号）","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"roleterms_0","who":"任职者","exported":"我的任职","erased":"任职记录属于组织，保留，去掉此人的编号","stays":"some"},{"key":"roleterms_1","who":"由人代理者","exported":"我请人代理的职责","erased":"任职记录属于组织，保留，去掉此人的编号","stays":"some"},{"key":"roleterms_2","who":"授予者","exported":"我授予的职责","erased":"任职记录属于组织，保留，去掉此人的编号","stays":"some"},{"key":"roleterms_3","who":"第二人","exported":"我表态的职责","erased":"任职记录属于组织，保留，去掉此人的编号","stays":"some"},{"key":"roleterms_4","who":"收回者","exported":"我收回的职责","erased":"任职记录属于组织，保留，去掉此人的编号","stays":"some"}]},
  {"name":"rosterNames","purpose":"名单上的名字，只有编号，用来认出加入的人","personal":"姓名与回答只存为不能还原的编号；没有对上的人可能还不是用户","kept":"到期后即删","parts":[{"key":"rosterNames_0","who":"名单上的人","exported":null,"erased":"只有不能还原的编号，名单到期即删","stays":"all"}]},
  {"name":"rosters","purpose":"名单：哪个组织在等人加入、问什么、保留到哪天","personal":"导入者（仅编号）","kept":"到期后即删","parts":[{"key":"rosters_0","who":"导入者","exported":"我导入的名单","erased":"名单属于组织，到期删除，去掉导入者的编号","stays":"some"}]},
  {"name":"shelf","purpose":"个人书架：想读、在读、读完","personal":"本人的读书状态，仅本人可见；每本书留最近 5 次移动前的状态供撤销","kept":"一直保留，涉及个人的按下表处理","parts":[{"key":"shelf_0","who":"本人","exported":"书架","erased":"删除","stays":"nothing"}]},
  {"name":"transfers","purpose":"转入转出：申请、答复、离开与毕业去向","personal":"本人从哪个组织到哪个组织、一句话说明与答复；本人、转出与转入组织的书记可见","kept":"`closedAt`后 180 天删除","parts":[{"key":"transfers_0","who":"本人","exported":"转接","erased":"删除","stays":"nothing"},{"key":"transfers_1","who":"提出者","exported":null,"erased":"转接属于被转的人，保留，去掉提出者的编号","stays":"some"},{"key":"transfers_2","who":"答复者","exported":null,"erased":"转接属于被转的人，保留，去掉答复者的编号","stays":"some"}]},
];
