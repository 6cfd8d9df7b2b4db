export default definePageConfig({ navigationBarTitleText: '导入组织名单' });
