import { DEFAULT_PORT } from '../options';
import { DEVELOPMENT_LATENCY_MS } from './command-line';

/** What `--help` prints. */
export const USAGE = `本地云开发：在本机运行云函数、数据库、云存储和定时触发器

用法：
  local-cloudbase [选项]                    启动，直到 Ctrl-C
  local-cloudbase exec [选项] -- 命令 参数…  启动，运行一条命令，然后停止；退出码为该命令的退出码
  local-cloudbase export 目录 [选项]        导出全部数据；本地云开发正在运行时也可以
  local-cloudbase import 目录 [选项]        导入；先核对每个文件的 SHA-256，不符则什么也不改动
  local-cloudbase verify [选项]             核对数据目录：每个文档、每条索引、每个文件

启动与 exec 的选项：
  --port N              端口，默认 ${DEFAULT_PORT}（exec 默认任意空闲端口），0 表示任意空闲端口；只监听 127.0.0.1
  --data 目录           数据目录，默认 .data（exec 默认用完即删的临时目录）
  --schema 文件         集合与索引的声明（JSON）
  --functions 目录      云函数目录，其中每个函数为 <函数名>/index.js
  --cloudbaserc 文件    项目的 cloudbaserc.json：云函数的配置、触发器、HTTP 访问路径和目录
  --personas 文件       演示身份（JSON）
  --wechat 文件         微信侧的设置（JSON）：页面、订阅消息模板、接收消息推送的云函数
  --static 目录         网页预览目录
  --origin 来源         放行别处的网页（前端开发服务器），如 http://localhost:5173；多个用逗号分开
  --env 名称            环境 id，默认 local
  --latency 毫秒        每次数据库请求的附加延迟，默认 ${DEVELOPMENT_LATENCY_MS}（exec 默认 0）
  --import 目录         启动前导入；数据目录须为空，否则加 --replace
  --export-on-exit 目录 停止时导出；已有导出时加 --force 覆盖
  --json                日志为每行一个 JSON，含每次数据库请求
  --verbose             日志含每次数据库请求：使用的索引、检查和返回的文档数
  --quiet               不输出日志

export 的选项：--data 目录、--env 名称（默认为该目录上次启动时的环境）、--force（覆盖已有的导出）
import 的选项：--data 目录、--replace（替换数据目录中已有的数据）
verify 的选项：--data 目录

  --help                显示本说明
  --version             显示版本

就绪后在标准输出打印一行 ready http://127.0.0.1:N/admin；日志一律在标准错误。
退出码：0 正常，1 无法运行或未完成，2 命令行有误；exec 中本地云开发无法启动为 125，命令无法执行为 126 或 127。
`;
