export default definePageConfig({ navigationBarTitleText: '此人能做什么' });
