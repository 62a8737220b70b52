using System.Globalization;
using System.Text;
using Mingce.Cli;

CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
// Names a PostgreSQL database instead of the embedded one.
var postgres = Environment.GetEnvironmentVariable("MINGCE_DATABASE") is { Length: > 0 } named ? named : null;
return await new CommandLine(Console.Out, Console.Error, TimeProvider.System, postgres).RunAsync(args);
