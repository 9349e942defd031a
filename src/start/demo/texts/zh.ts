import type { Phrases } from '../template.ts'

export const zh: Phrases = {
  templates: [
    {
      group: 'tracking',
      title: '运单号 {mf} 显示“未找到”',
      english: 'Shipment number {mf} shows “not found”',
      description: '昨天还可以查询，今天早上开始显示“未找到”。客户一直在问货物到哪里了。',
      solution: '运单 {mf} 改签到新的航班，编号更新后旧页面没有跟上。现在两个编号都能查询，货物预计明天上午到达。',
    },
    {
      group: 'billing',
      title: '发票 {inv} 抬头需要修改',
      english: 'The name on invoice {inv} needs to be changed',
      description: '发票抬头写成了我们的旧公司名称，财务无法入账，请重新开具。',
      solution: '发票 {inv} 已作废并按新名称重新开具，金额不变。账户里的公司名称也已更新，以后的发票会自动使用新名称。',
    },
    {
      group: 'claims',
      title: '货柜 {box} 里有三箱货物受潮',
      english: 'Three boxes in container {box} got damp',
      description: '开箱时发现最里面的三箱已经受潮，照片和签收单都有备注，请协助索赔。',
      solution: '索赔已全额批准，金额 {sum} 将于周四汇出。该货柜的密封条已经更换。',
    },
    {
      group: 'documents',
      title: '找不到 {mf} 的提单副本',
      english: 'The copy of the bill of lading of {mf} cannot be found',
      description: '页面上只有装箱单，没有提单副本。银行明天就要，请尽快提供。',
      solution: '提单副本已上传到 {mf} 的页面，带有签章。之前因为订舱号更改而存放在旧编号下。',
    },
  ],
  staffReplies: ['已收到，我马上处理，今天之内给您答复。', '请问其他运单是否也有同样的问题？'],
  customerReplies: ['请问有进展吗？客户在等。', '谢谢，其他运单没有问题。'],
  declines: ['名称改好了，但是税号还是旧的。', '页面上的文件打不开。'],
  reopenings: ['下一票货物又出现了同样的问题。'],
  cancellations: ['已经解决了，谢谢。'],
  closings: ['已通过电话沟通解决。'],
  pleased: ['回复很快，问题当天就解决了，谢谢。', '服务很好。'],
  halfPleased: ['解决了，不过催了两次。'],
  displeased: ['一个抬头改了五天。'],
}
