export default definePageConfig({ navigationBarTitleText: '最近改动', enablePullDownRefresh: true });
