using System.Globalization;
using System.Text;
using Mingce.Cli;

CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await new CommandLine(Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
