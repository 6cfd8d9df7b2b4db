export default definePageConfig({ navigationBarTitleText: '谁能看到、谁能做' });
