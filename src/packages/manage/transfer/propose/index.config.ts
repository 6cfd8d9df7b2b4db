export default definePageConfig({ navigationBarTitleText: '提议转出' });
