export default definePageConfig({ navigationBarTitleText: '书香', enablePullDownRefresh: true });
