import { Text, View } from '@tarojs/components';
import { CallError } from '@/shared/call/error';
import { Card } from '@/shared/ui/Card/Card';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Tiles } from '@/shared/ui/Tiles/Tiles';
import { nothing } from './nothing';

const list = { hasMore: true, loadMore: nothing, loadingMore: false, error: null };

/** Rows, cards and how a list goes on. */
export function Lists() {
  return (
    <Section title="列表">
      <Row title="读完的书" context="2 本" onClick={nothing} />
      <Row title="报名名单" context="其中候补 3 人" state="9 人" onClick={nothing} />
      <Row title="取消活动" context="取消后可以恢复" stays onClick={nothing} />
      <Row title="只是说明，不能点" context="2026年11月29日" />
      <View className="gallery__stack">
        <Card onClick={nothing}>
          <Text>整张卡片通向一处</Text>
        </Card>
        <Card>
          <Text>只是一张卡片</Text>
        </Card>
      </View>
      <Tiles items={['组织', '成员', '角色与授权', '转入转出'].map((title) => ({ title, onClick: nothing }))} />
      <ListEnd list={list} />
      <ListEnd list={{ ...list, loadingMore: true }} />
      <ListEnd list={{ ...list, error: new CallError('OFFLINE') }} />
      <ListEnd list={{ ...list, hasMore: false }} end="名单到此为止。" />
    </Section>
  );
}
