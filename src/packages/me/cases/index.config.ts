export default definePageConfig({ navigationBarTitleText: '我的内容审核', enablePullDownRefresh: true });
