export default definePageConfig({ navigationBarTitleText: '选一位成员', enablePullDownRefresh: true });
