export default definePageConfig({ navigationBarTitleText: '更正书目信息' });
