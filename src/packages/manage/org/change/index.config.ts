export default definePageConfig({ navigationBarTitleText: '改动组织' });
