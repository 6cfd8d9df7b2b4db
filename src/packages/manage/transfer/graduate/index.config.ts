export default definePageConfig({ navigationBarTitleText: '毕业转出' });
