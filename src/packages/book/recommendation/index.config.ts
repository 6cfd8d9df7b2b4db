export default definePageConfig({
  navigationBarTitleText: '书记荐书',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
