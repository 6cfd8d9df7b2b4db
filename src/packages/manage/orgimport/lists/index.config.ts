export default definePageConfig({ navigationBarTitleText: '组织名单' });
