export default definePageConfig({ navigationBarTitleText: '审核进展', enablePullDownRefresh: true });
