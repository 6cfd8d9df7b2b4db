export default definePageConfig({ navigationBarTitleText: '组织转接', enablePullDownRefresh: true });
