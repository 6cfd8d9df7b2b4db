export default definePageConfig({ navigationBarTitleText: '许可声明' });
