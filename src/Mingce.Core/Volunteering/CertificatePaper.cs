using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;

namespace Mingce.Core.Volunteering;

/// <summary>志愿服务记录证明 as a paper: the volunteer, the services, who answers for it, and its number (民发〔2015〕149号). No identity number is in it.</summary>
public static class CertificatePaper
{
    public static GongwenDocument Compose(VolunteerCertificate certificate, Unit unit)
    {
        var services = certificate.Services.Split('\n').Select(line => line.Split('\t')).ToList();
        var number = certificate.VolunteerNumber.Length > 0 ? $"（志愿者编号：{certificate.VolunteerNumber}）" : "";
        return new()
        {
            Title = "志愿服务记录证明",
            Blocks =
            [
                new Paragraph($"{certificate.PersonName}{number}自{PeriodText.Write(certificate.FromOn)}至{PeriodText.Write(certificate.ToOn)}参加本单位组织的志愿服务{services.Count}次，服务时间共计{HoursText.Write(certificate.Minutes)}（不含往返路途时间）。具体情况如下："),
                new Table(["序号", "服务日期", "服务内容", "服务时间"], [.. services.Select((line, i) => (string[])[$"{i + 1}", line[0], line[1], HoursText.Write(int.Parse(line[2]))])]),
                new Entry("证明编号", certificate.Number),
                new Entry("负责人", certificate.Responsible),
                new Entry("经办人", certificate.Handler),
                new Entry("联系方式", certificate.Contact),
                new Paragraph("以上记录经两人确认并在本单位公示。本证明免费出具，加盖公章有效。"),
            ],
            Signature = new Signature(unit.FullName, certificate.IssuedOn) { HasSeal = true },
        };
    }
}
