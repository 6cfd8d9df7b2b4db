import { Text, View } from '@tarojs/components';
import { Row } from '@/shared/ui/Row/Row';
import { licences } from './licences';
import './ComplianceTable.scss';

/** Whose work this is built upon, and under which licence. */
export function Licences() {
  return (
    <View className="sx-compliance">
      <Text className="sx-compliance__line">
        书香以 MIT 许可发布，用到下列开源软件。各软件的版权归其作者，许可全文随软件一起提供。
      </Text>
      {licences.map(([name, version, licence]) => (
        <Row key={name} title={name} context={version} state={licence} />
      ))}
    </View>
  );
}
